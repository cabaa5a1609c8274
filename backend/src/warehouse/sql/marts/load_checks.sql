-- grain: one row per test of the finished tables; a generation is kept only when all of them pass
-- name: what was tested
select name from stg_checks
