module example.com/typefacts

go 1.26
