module typetexts

go 1.26
