module librarycalls

go 1.26
