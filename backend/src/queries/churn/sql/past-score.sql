-- The score of one customer in a scored table; no row where the customer had bought nothing by then.
SELECT churn_probability FROM {customers} WHERE customer_key = $customer_key
