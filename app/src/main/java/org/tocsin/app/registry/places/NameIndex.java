package org.tocsin.app.registry.places;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Finds which names could be meant, by Lucene: exact words, beginnings of words, pairs of letters
 * for misspelt ones, and for Chinese single characters and pairs. Lucene's fuzzy queries are not
 * used: their automata cost tens of milliseconds at every key that is typed. How well each fits is
 * judged afterwards by {@link NameMatch}, so this only has to bring all that could fit.
 */
final class NameIndex {
  private static final String WORD = "word";
  private static final String JOINED = "joined";
  private static final String LETTERS = "letters";
  private static final String HAN = "han";
  private static final String NUMBER = "number";
  private static final int HITS = 150;
  private static final int HITS_FOR_SHORT_TEXT = 600;
  private static final int MAX_WORDS = 8;
  private static final int MAX_LETTERS = 24;
  private static final int MAX_HAN = 40;

  private final IndexSearcher searcher;
  private final int[] numbers;

  private NameIndex(IndexSearcher searcher) throws IOException {
    this.searcher = searcher;
    this.numbers = new int[searcher.getIndexReader().maxDoc()];
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      NumericDocValues values = leaf.reader().getNumericDocValues(NUMBER);
      while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        numbers[leaf.docBase + values.docID()] = (int) values.longValue();
      }
    }
  }

  /** Collects names, then makes the index. */
  static final class Builder {
    private final Directory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private int count;

    Builder() {
      try {
        writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Adds the next name; names are numbered from 0 in the order they are added. */
    void add(Words words) {
      Document document = new Document();
      document.add(new NumericDocValuesField(NUMBER, count++));
      if (words.isHan()) {
        document.add(new TextField(HAN, String.join(" ", characters(words.han())), Field.Store.NO));
      } else {
        document.add(new TextField(WORD, String.join(" ", words.all()), Field.Store.NO));
        document.add(new StringField(JOINED, words.joined(), Field.Store.NO));
        document.add(
            new TextField(LETTERS, String.join(" ", letters(words.joined())), Field.Store.NO));
      }
      try {
        writer.addDocument(document);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    NameIndex build() {
      try {
        writer.forceMerge(1);
        writer.close();
        return new NameIndex(new IndexSearcher(DirectoryReader.open(directory)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Numbers of the names that could be meant. */
  List<Integer> find(Words typed) {
    if (typed.isEmpty() || numbers.length == 0) {
      return List.of();
    }
    int hits = typed.joined().length() <= 2 ? HITS_FOR_SHORT_TEXT : HITS;
    Query query = typed.isHan() ? han(typed.han()) : words(typed);
    try {
      List<Integer> found = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query, hits).scoreDocs) {
        found.add(numbers[hit.doc]);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Query words(Words typed) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String word : typed.all().subList(0, Math.min(MAX_WORDS, typed.all().size()))) {
      boolean minor = typed.isMinorWord(word);
      query.add(boosted(new TermQuery(new Term(WORD, word)), minor ? 0.3f : 3), Occur.SHOULD);
      if (!minor) {
        query.add(boosted(new PrefixQuery(new Term(WORD, word)), 2), Occur.SHOULD);
      }
    }
    String joined = typed.joined();
    if (joined.length() >= 3) {
      query.add(boosted(new PrefixQuery(new Term(JOINED, joined)), 3), Occur.SHOULD);
      String cut = joined.length() > MAX_LETTERS ? joined.substring(0, MAX_LETTERS) : joined;
      for (String pair : letters(cut)) {
        query.add(boosted(new TermQuery(new Term(LETTERS, pair)), 0.4f), Occur.SHOULD);
      }
    }
    return query.build();
  }

  /** Pairs of letters, the first marked as the first. */
  private static List<String> letters(String joined) {
    List<String> pairs = new ArrayList<>();
    String marked = "^" + joined;
    for (int i = 0; i + 2 <= marked.length(); i++) {
      pairs.add(marked.substring(i, i + 2));
    }
    return pairs.stream().distinct().toList();
  }

  private static Query han(String text) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    String cut = text.length() > MAX_HAN ? text.substring(0, MAX_HAN) : text;
    for (String part : characters(cut)) {
      query.add(boosted(new TermQuery(new Term(HAN, part)), part.length()), Occur.SHOULD);
    }
    return query.build();
  }

  /** Single characters and pairs. */
  private static List<String> characters(String text) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      parts.add(text.substring(i, i + 1));
      if (i + 2 <= text.length()) {
        parts.add(text.substring(i, i + 2));
      }
    }
    return parts.stream().distinct().toList();
  }

  private static Query boosted(Query query, float boost) {
    return new BoostQuery(query, boost);
  }
}
