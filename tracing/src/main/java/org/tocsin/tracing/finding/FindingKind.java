package org.tocsin.tracing.finding;

/** What can be found. */
public enum FindingKind {
  FAST_IN_FAST_OUT("快进快出", "fast in, fast out"),
  SCATTER_GATHER("分散后汇集", "scatter–gather"),
  GATHER_SCATTER("汇集后分散", "gather–scatter"),
  CYCLE("循环回流", "cycle"),
  STRUCTURING("拆分规避", "structuring");

  private final String zh;
  private final String en;

  FindingKind(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
