-- Refuses a reply without a root, which would belong to no conversation. NOT VALID avoids a scan under the lock; existing
-- rows are filled already. No foreign key is needed: parent_id has one, and comments are never removed.
ALTER TABLE comments ADD CONSTRAINT comments_root CHECK ((root_id IS NULL) = (parent_id IS NULL)) NOT VALID;
