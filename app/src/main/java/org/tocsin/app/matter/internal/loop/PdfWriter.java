package org.tocsin.app.matter.internal.loop;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;

/**
 * Writes forms as PDF, A4, with the characters they use embedded. The font is the one that {@code
 * tocsin.print.font} names ({@code file.ttc,2} for one of a collection), else one that Debian's
 * packages install; without any, printing is refused and says so.
 */
@Component
class PdfWriter {
  private static final List<String> KNOWN =
      List.of(
          "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc,2",
          "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,2",
          "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
          "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc,0",
          "/usr/share/fonts/truetype/arphic/uming.ttc,0");

  private static final float MARGIN = 72;

  private final Optional<String> font;
  private volatile @Nullable BaseFont read;

  PdfWriter(@Value("${tocsin.print.font:}") String configured) {
    this.font =
        Stream.concat(Stream.of(configured), KNOWN.stream())
            .filter(f -> !f.isBlank() && Files.isReadable(Path.of(f.replaceFirst(",\\d+$", ""))))
            .findFirst();
  }

  /**
   * @throws Problem PRINT_FONT_MISSING
   */
  void requireFont() {
    if (font.isEmpty()) {
      throw Problem.refused(ProblemCode.PRINT_FONT_MISSING);
    }
  }

  /** The form as PDF, with a mark at its head where one is given. */
  byte[] write(FormText.Filled form, String mark) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
      com.lowagie.text.pdf.PdfWriter.getInstance(document, out);
      document.addTitle(form.title());
      document.addCreator("Tocsin");
      document.open();
      BaseFont face = face();
      if (!mark.isEmpty()) {
        document.add(paragraph(mark, new Font(face, 10), Element.ALIGN_RIGHT, 0));
      }
      document.add(
          paragraph(form.title(), new Font(face, 20, Font.BOLD), Element.ALIGN_CENTER, 18));
      Font body = new Font(face, 12);
      for (FormText.Block block : form.blocks()) {
        if (block.rows().isEmpty()) {
          document.add(paragraph(block.text(), body, Element.ALIGN_LEFT, 6));
        } else {
          document.add(table(block.rows(), new Font(face, 11)));
        }
      }
    } catch (DocumentException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static Paragraph paragraph(String text, Font font, int align, float after) {
    Paragraph paragraph = new Paragraph(text.isEmpty() ? " " : text, font);
    paragraph.setAlignment(align);
    paragraph.setLeading(font.getSize() * 1.7f);
    paragraph.setSpacingAfter(after);
    return paragraph;
  }

  private static PdfPTable table(List<List<String>> rows, Font font) {
    PdfPTable table = new PdfPTable(Math.max(1, rows.getFirst().size()));
    table.setWidthPercentage(100);
    table.setSpacingBefore(4);
    table.setSpacingAfter(10);
    table.setHeaderRows(1);
    for (List<String> row : rows) {
      for (String text : row) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setPadding(5);
        table.addCell(cell);
      }
    }
    return table;
  }

  private BaseFont face() {
    BaseFont known = read;
    if (known != null) {
      return known;
    }
    try {
      BaseFont made = BaseFont.createFont(font.orElseThrow(), BaseFont.IDENTITY_H, true);
      read = made;
      return made;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
