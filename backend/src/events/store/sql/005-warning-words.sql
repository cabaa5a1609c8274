-- Reasons and action in languages other than English: JSON such as {"pt-BR": {"reasons": ["…"], "action": "…"}}. NULL in
-- warnings that are older than this column: these are told in English.
ALTER TABLE warnings ADD COLUMN words VARCHAR;
