-- The $most high-risk customers of each group with the most revenue at risk, the most first, with their rows in the matrix.
SELECT {dimension} AS group_name, {customer_id} AS customer_id, revenue_at_risk, matrix_row
FROM {customers}
{where}
QUALIFY row_number() OVER (PARTITION BY {dimension} ORDER BY revenue_at_risk DESC, customer_key) <= $most
ORDER BY group_name, revenue_at_risk DESC, customer_key
