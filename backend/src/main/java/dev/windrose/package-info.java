@NullMarked
package dev.windrose;

import org.jspecify.annotations.NullMarked;
