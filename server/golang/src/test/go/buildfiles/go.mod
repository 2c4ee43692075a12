module heapline/buildfiles

go 1.26
