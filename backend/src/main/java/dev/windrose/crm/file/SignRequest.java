package dev.windrose.crm.file;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests to an object store with version 4 of the AWS signature. */
final class SignRequest {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";

    private final String accessKey;
    private final String secretKey;
    private final String region;

    SignRequest(String accessKey, String secretKey, String region) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.region = region;
    }

    /** @return the headers to send */
    Map<String, String> headers(String method, URI address, String contentHash, Instant at) {
        String stamp = STAMP.format(at);
        String scope = "%s/%s/s3/aws4_request".formatted(stamp.substring(0, 8), region);
        String canonical = """
                %s
                %s

                host:%s
                x-amz-content-sha256:%s
                x-amz-date:%s

                %s
                %s""".formatted(
                method, address.getRawPath(), address.getRawAuthority(), contentHash, stamp, SIGNED, contentHash);
        String text = "AWS4-HMAC-SHA256\n%s\n%s\n%s".formatted(stamp, scope, sha256(canonical));
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-amz-date", stamp);
        headers.put("x-amz-content-sha256", contentHash);
        headers.put(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(
                                accessKey,
                                scope,
                                SIGNED,
                                HexFormat.of().formatHex(mac(key(stamp.substring(0, 8)), text))));
        return headers;
    }

    private byte[] key(String day) {
        byte[] key = mac(("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8), day);
        return mac(mac(mac(key, region), "s3"), "aws4_request");
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
