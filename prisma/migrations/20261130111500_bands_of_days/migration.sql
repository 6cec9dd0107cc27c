-- Bands of fingerprints are tagged with the day, so that a text is compared with those of two days and
-- not with all that were ever posted. Only older ones are not found any more, and they do not count.
CREATE OR REPLACE FUNCTION simhash_distance(a int[], b int[]) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(sum(bit_count(((x # y) & 65535)::bit(32))), 64)::int FROM unnest(a, b) AS band (x, y)
$$;

UPDATE "comments" SET "bands" = ARRAY(
  SELECT band + 262144 * (floor(extract(epoch FROM coalesce("edited_at", "created_at")) / 86400)::int % 8192)
  FROM unnest("bands") WITH ORDINALITY AS tagged (band, place) ORDER BY place)
WHERE "created_at" > now() - interval '3 days' AND "bands" <> '{}';
