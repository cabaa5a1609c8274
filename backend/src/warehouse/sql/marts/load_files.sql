-- grain: one row per file of the data set, loaded or absent, and per table to which events added rows
-- table_name: what the file holds
-- file: the file's name, or e.g. "events: orders"; none when it is absent
-- bytes: size of the file
-- rows_read: rows in the file, without the header
-- rows_loaded: rows that were accepted
-- rows_rejected: rows that were refused, see load_rejects
-- notes: what to know about it
select table_name, file, bytes, rows_read, rows_loaded, rows_rejected, notes
from stg_files
