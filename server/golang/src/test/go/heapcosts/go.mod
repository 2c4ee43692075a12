module example.com/heapcosts

go 1.26
