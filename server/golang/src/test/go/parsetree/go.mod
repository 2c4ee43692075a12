module dev.heapline/parsetree

go 1.25
