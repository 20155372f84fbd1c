package dev.windrose.context.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** The chunks that documents are. */
final class ReadIds {

    private ReadIds() {}

    static List<UUID> of(IndexSearcher searcher, ScoreDoc[] found) throws IOException {
        var ids = new ArrayList<UUID>(found.length);
        var leaves = searcher.getIndexReader().leaves();
        for (var each : found) {
            var leaf = leaves.get(ReaderUtil.subIndex(each.doc, leaves));
            var values = DocValues.getBinary(leaf.reader(), ChunkDocument.ID);
            if (!values.advanceExact(each.doc - leaf.docBase)) {
                throw new IOException("A document of the index has no id.");
            }
            ids.add(ChunkDocument.id(values.binaryValue()));
        }
        return ids;
    }
}
