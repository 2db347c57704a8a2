package org.tocsin.kernel;

/**
 * The datum a pair of coordinates is given in. Chinese map services and many devices speak GCJ-02,
 * which is shifted by up to some hundred metres; everything inside is WGS-84, so a datum is named
 * at each door in.
 */
public enum Datum {
  WGS84 {
    @Override
    public Point toWgs84(double lat, double lon) {
      return new Point(lat, lon);
    }
  },
  GCJ02 {
    @Override
    public Point toWgs84(double lat, double lon) {
      new Point(lat, lon);
      double guessLat = lat;
      double guessLon = lon;
      // The shift has no closed inverse; fixed-point iteration falls under a centimetre in a few
      // rounds.
      for (int round = 0; round < 6; round++) {
        Point shifted = Gcj02.fromWgs84(guessLat, guessLon);
        guessLat += lat - shifted.lat();
        guessLon += lon - shifted.lon();
      }
      return new Point(guessLat, guessLon);
    }
  };

  /**
   * The place in WGS-84.
   *
   * @throws IllegalArgumentException if a coordinate is out of range
   */
  public abstract Point toWgs84(double lat, double lon);
}
