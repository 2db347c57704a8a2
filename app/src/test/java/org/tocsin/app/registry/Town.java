package org.tocsin.app.registry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A town of four streets in the middle of nowhere, in the files an administrator would send. */
final class Town {
  static final String STREETS =
      """
      id,street,class,from_node,to_node,left_from,left_to,right_from,right_to,area,line
      s1,张掖路,PRIMARY,a,b,1,99,2,98,城关区,"103.8000,36.0600 103.8050,36.0600"
      s2,张掖路,PRIMARY,b,c,101,199,102,198,城关区,"103.8050,36.0600 103.8100,36.0600"
      s3,武都路,SECONDARY,b,d,1,99,2,98,城关区,"103.8050,36.0600 103.8050,36.0640"
      s4,MILL ST,RESIDENTIAL,c,d,,,,,城关区,"103.8100,36.0600 103.8100,36.0640 103.8050,36.0640"
      """;
  static final String LANDMARKS =
      """
      name,lat,lon,other_names,category
      中心医院,36.0610,103.8020,市中心医院|第一医院,hospital
      Old Mill,36.0640,103.8100,,
      """;
  static final String ADDRESSES =
      """
      code,text,lat,lon,plate
      620102-1,兰州市城关区张掖路12号,36.0601,103.8006,GS-620102-0001
      620102-2,兰州市城关区静宁路5号,36.0620,103.8030,
      """;

  private Town() {}

  static String precincts(String agencyCode) {
    return """
        {"type":"FeatureCollection","features":[
         {"type":"Feature","properties":{"code":"P1","name":"张掖路派出所辖区","agencyCode":"%s"},
          "geometry":{"type":"Polygon","coordinates":[[[103.79,36.05],[103.806,36.05],[103.806,36.07],[103.79,36.07],[103.79,36.05]]]}},
         {"type":"Feature","properties":{"code":"P2","name":"东区","agencyCode":"NOBODY"},
          "geometry":{"type":"Polygon","coordinates":[[[103.806,36.05],[103.82,36.05],[103.82,36.07],[103.806,36.07],[103.806,36.05]]]}}
        ]}
        """
        .formatted(agencyCode);
  }

  static InputStream of(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static InputStream gzipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
