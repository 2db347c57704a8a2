package org.tocsin.app.intake.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.foundation.Packs.PackException;
import org.tocsin.app.intake.Channel;

/** What a channel tells of its calls ({@code packs/channels.yaml}). */
@Component
class ChannelPack {
  static final String FILE = "channels.yaml";

  /**
   * One channel.
   *
   * @param type code of the incident type that the form begins with
   */
  record Preset(Channel channel, String type) {}

  record File(List<Preset> channels) {}

  private final Map<Channel, String> types = new EnumMap<>(Channel.class);

  @Autowired
  ChannelPack(Packs packs) {
    this(packs.read(FILE, File.class));
  }

  ChannelPack(File file) {
    for (Preset preset : file.channels()) {
      if (types.put(preset.channel(), preset.type()) != null) {
        throw new PackException("packs/" + FILE + ": " + preset.channel() + " stands twice");
      }
    }
  }

  /** The type to begin with; empty where the channel tells nothing. */
  Optional<String> typeOf(Channel channel) {
    return Optional.ofNullable(types.get(channel));
  }
}
