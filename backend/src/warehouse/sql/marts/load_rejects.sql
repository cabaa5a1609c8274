-- grain: one row per refused row of a file (the first 100,000 of each file; load_files has the full counts)
-- file: the file's name
-- line: line of the file on which the row begins, from 1
-- reason: why it was refused
-- record: the row's key, or its text when it could not be read
-- detail: what the CSV reader said, if it was the one to refuse it
select file, line, reason, array_to_string(record, ', ') as record, detail
from stg_rejects
qualify row_number() over (partition by file order by line) <= 100000
order by file, line
