package org.tocsin.app.registry.internal;

import org.tocsin.app.foundation.Text;

/** The words of warnings. */
final class WarningText {
  private WarningText() {}

  static Text of(String code, int count, String example) {
    return switch (code) {
      case "not-utf8" ->
          new Text("文件不是 UTF-8，已按 GB18030 读取", "The file is not UTF-8; it was read as GB18030");
      case "precinct-fixed" ->
          new Text(
              "%d 个辖区图形自相交，已修复，例如 %s".formatted(count, example),
              "%d precinct shapes crossed themselves and were mended, for example %s"
                  .formatted(count, example));
      case "precinct-overlap" ->
          new Text(
              "%d 对辖区互相重叠，重叠处归面积较小者，例如 %s".formatted(count, example),
              "%d pairs of precincts overlap; there the smaller one answers, for example %s"
                  .formatted(count, example));
      case "agency-unknown" ->
          new Text(
              "%d 个辖区的机构代码尚不存在，例如 %s；建立该机构后自动生效".formatted(count, example),
              "%d precincts name an agency code that does not exist yet, for example %s; they take"
                      .formatted(count, example)
                  + " effect when the agency is made");
      case "rejected-many" ->
          new Text(
              "超过一成的行被拒绝，请确认选对了文件类型",
              "More than a tenth of the rows were refused; check that this is the right kind of file");
      case "rejected-cut" ->
          new Text(
              "被拒绝的行过多，只保留了前 %s 行的原因".formatted(example),
              "Too many refused rows; reasons are kept for the first %s".formatted(example));
      default -> new Text(code, code);
    };
  }
}
