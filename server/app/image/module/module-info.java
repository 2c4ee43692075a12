/** All of heapline and its libraries, as the packaged command runs it. */
module heapline {
  requires java.logging; // lsp4j reports through it
  requires jdk.unsupported; // protobuf and gson reach sun.misc.Unsafe
}
