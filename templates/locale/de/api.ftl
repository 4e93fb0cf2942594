# Was Programme zur JSON-Schnittstelle hören.
fault-parameter-unknown = Einen Parameter namens „{ $parameter }“ gibt es hier nicht.
fault-parameter-twice = Der Parameter „{ $parameter }“ darf nur einmal vorkommen.
fault-parameter-value = Der Parameter „{ $parameter }“ hat nicht die erwartete Form. Welche das ist, steht in der Beschreibung der Schnittstelle.
