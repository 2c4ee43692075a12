module heapline.example/profiles

go 1.26
