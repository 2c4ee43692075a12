module layouts

go 1.26
