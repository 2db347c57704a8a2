package org.tocsin.tracing.restitution;

/**
 * On what ground a sum is proposed to be returned. The wording of the ground is the law's; whether
 * it holds is for people to decide.
 */
public enum ReturnMethod {
  /** The account took a single deposit, the victim's. */
  SINGLE_DEPOSIT("单笔直接返还", "single deposit, direct"),
  /** Of several deposits, the victim's can be told by their time stamps. */
  TRACED("按时间戳溯源直接返还", "traced by time stamps, direct"),
  /** It cannot be told whose the money is; needs a public notice, with time for objections. */
  PRO_RATA("按比例返还", "pro rata");

  private final String zh;
  private final String en;

  ReturnMethod(String zh, String en) {
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
