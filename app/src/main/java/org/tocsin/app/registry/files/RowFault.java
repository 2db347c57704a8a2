package org.tocsin.app.registry.files;

import org.tocsin.app.foundation.Text;

/** Why a row is refused, and how to mend it. */
public enum RowFault {
  /** The row cannot be split into cells. */
  BROKEN_ROW(
      "引号不成对，无法分列",
      "Quotes do not match; the row cannot be split",
      "检查本行的双引号，内容中的双引号写两遍",
      "Check the double quotes of this row; write a quote inside a cell twice"),
  /** Another number of cells than the header has. */
  CELL_COUNT(
      "列数与表头不符",
      "Not as many cells as the header has",
      "检查本行是否缺列，或内容中的逗号未加引号",
      "Look for a missing cell, or quote cells that hold commas"),
  /** The same key came before in this file. */
  DUPLICATE(
      "与本文件前面某行的编号重复",
      "The same key came before in this file",
      "删除重复行或更正编号",
      "Remove the row or correct its key"),
  /** A needed cell is empty. */
  EMPTY("必填项为空", "Must not be empty", "补全该列", "Fill in the cell"),
  /** A polygon that is none. */
  GEOMETRY(
      "图形无效",
      "The shape is not valid",
      "辖区须为 Polygon 或 MultiPolygon，至少四点且首尾闭合",
      "A precinct is a Polygon or MultiPolygon of closed rings of at least four points"),
  /** Coordinates out of range. */
  LAT_LON(
      "坐标超出范围",
      "The coordinates are out of range",
      "纬度 −90 至 90，经度 −180 至 180，先检查经纬度是否颠倒",
      "Latitude is -90 to 90, longitude -180 to 180; check that they are not swapped"),
  /** A line that is none. */
  LINE(
      "线形无法读取",
      "The line cannot be read",
      "写成 '经度,纬度 经度,纬度 …'，至少两点",
      "Write 'lon,lat lon,lat …' with at least two points"),
  /** Not a number where one is needed. */
  NUMBER("不是数字或超出范围", "Not a number, or out of range", "更正为数字", "Correct it to a number"),
  /** Longer than allowed. */
  TOO_LONG("内容过长", "Too long", "缩短内容", "Shorten it"),
  /** A value that is not in the list. */
  UNKNOWN_VALUE(
      "不是可用的取值",
      "Not one of the values that are known",
      "见导入说明中该列的取值",
      "See the values of this column in the import guide"),
  /** A node the road table does not have. */
  UNKNOWN_NODE(
      "道路表中没有这个节点",
      "The road table has no such node",
      "先导入同一来源的道路表，或写明经纬度",
      "Import the street table of the same source first, or give lat and lon");

  private final Text reason;
  private final Text mend;

  RowFault(String zh, String en, String mendZh, String mendEn) {
    this.reason = new Text(zh, en);
    this.mend = new Text(mendZh, mendEn);
  }

  /** Why. */
  public Text reason() {
    return reason;
  }

  /** How to mend it. */
  public Text mend() {
    return mend;
  }
}
