/**
 * Passwords and tokens of services outside, sealed with AES-256-GCM under a key that is not in the database. {@code Credentials.open} is for code
 * that talks to such a service; nothing answers a value to a caller of the API.
 */
@NamedInterface("credentials")
@NullMarked
package dev.windrose.platform.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
