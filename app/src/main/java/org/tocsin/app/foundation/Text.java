package org.tocsin.app.foundation;

/**
 * Words in both languages of the screens.
 *
 * @param zh Chinese (zh-CN)
 * @param en English
 */
public record Text(String zh, String en) {}
