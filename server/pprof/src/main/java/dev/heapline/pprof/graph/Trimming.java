package dev.heapline.pprof.graph;

/**
 * What is not worth showing.
 *
 * @param nodeCount how many nodes to show at most, or 0 for all
 * @param nodeFraction nodes go whose cumulative value is below this fraction of all flat values
 * @param edgeFraction edges go that weigh less than this fraction
 * @param dropsNegative whether nodes with a negative value go
 * @param byCumulative whether nodes are put in order by their cumulative value
 */
public record Trimming(
    int nodeCount,
    double nodeFraction,
    double edgeFraction,
    boolean dropsNegative,
    boolean byCumulative) {
  /** {@return the same order, but everything is shown} */
  public Trimming off() {
    return new Trimming(0, 0, 0, dropsNegative, byCumulative);
  }
}
