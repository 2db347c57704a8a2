package org.tocsin.app.registry.files;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.registry.places.ChineseAddress;
import org.tocsin.kernel.Point;

/**
 * Standard addresses in CSV: {@code code, text, lat, lon}, and if wanted province, city, district,
 * town, street, number, building, datum, plate. Where street and number are missing they are read
 * from the text.
 */
public final class AddressTable {
  /**
   * An address.
   *
   * @param code the source's identity; unique in the file
   * @param plate the code of its door plate; empty if it has none
   */
  public record AddressRow(
      String code,
      String text,
      String area,
      String street,
      String number,
      Point point,
      String plate) {}

  private final Set<String> codes = new HashSet<>();

  /** Reads the file. */
  public void read(TextSource source, RowSink<AddressRow> sink) {
    new Table()
        .need("code", "id", "编码")
        .need("text", "address", "地址")
        .need("lat", "latitude", "纬度")
        .need("lon", "lng", "longitude", "经度")
        .may("province", "省")
        .may("city", "市")
        .may("district", "区县")
        .may("town", "街道")
        .may("street", "路")
        .may("number", "号")
        .may("plate", "门牌编码")
        .may("datum", "坐标系")
        .read(source, this::address, sink);
  }

  private @Nullable AddressRow address(Cells cells) {
    String code = cells.needed("code");
    String text = cells.needed("text");
    ChineseAddress read = ChineseAddress.read(text);
    String area =
        cells.text("province") + cells.text("city") + cells.text("district") + cells.text("town");
    AddressRow row =
        new AddressRow(
            code,
            text,
            area.isEmpty() ? read.area() : area,
            cells.text("street").isEmpty() ? read.road() : cells.text("street"),
            cells.text("number").isEmpty() ? read.number() : cells.text("number"),
            cells.point(),
            cells.text("plate"));
    if (!codes.add(code)) {
      throw cells.refused("code", RowFault.DUPLICATE);
    }
    return row;
  }
}
