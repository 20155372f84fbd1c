package dev.windrose.records.search;

import dev.windrose.platform.id.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** How the index names workspaces and records. */
final class RecordKey {

    private static final int ID = 16;

    private RecordKey() {}

    static Term term(TenantId tenant, String type, UUID id) {
        return new Term(SearchDocument.KEY, of(tenant, type, id));
    }

    static BytesRef of(TenantId tenant, String type, UUID id) {
        byte[] name = type.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(2 * ID + name.length);
        put(bytes, tenant.value());
        put(bytes, id);
        bytes.put(name);
        return new BytesRef(bytes.array());
    }

    static BytesRef tenant(TenantId tenant) {
        return bytes(tenant.value());
    }

    static BytesRef bytes(UUID id) {
        var bytes = ByteBuffer.allocate(ID);
        put(bytes, id);
        return new BytesRef(bytes.array());
    }

    static UUID id(BytesRef bytes) {
        var buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits());
        bytes.putLong(id.getLeastSignificantBits());
    }
}
