# What programs are told about the JSON interface.
fault-parameter-unknown = There is no parameter called "{ $parameter }" here.
fault-parameter-twice = The parameter "{ $parameter }" may be given only once.
fault-parameter-value = The parameter "{ $parameter }" does not have the form that is expected. The description of the interface says which.
