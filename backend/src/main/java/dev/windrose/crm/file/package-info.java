/** Files of records: what they are, where their content lies, and small pictures of them. */
@NamedInterface("file")
@NullMarked
package dev.windrose.crm.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
