@NullMarked
package dev.windrose.work.web;

import org.jspecify.annotations.NullMarked;
