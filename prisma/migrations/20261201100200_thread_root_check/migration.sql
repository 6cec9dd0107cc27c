-- A reply without a root would be in no conversation: better not saved. The rows before have been filled, so nothing is
-- read through while the table is locked. No foreign key: the chain of parents has one, and no comment is ever removed.
ALTER TABLE comments ADD CONSTRAINT comments_root CHECK ((root_id IS NULL) = (parent_id IS NULL)) NOT VALID;
