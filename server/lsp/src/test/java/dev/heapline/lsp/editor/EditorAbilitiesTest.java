package dev.heapline.lsp.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.heapline.lsp.text.PositionEncoding;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EditorAbilitiesTest {
  @Test
  void nothingAnnouncedIsNothingAble() {
    var none = EditorAbilities.of(new JsonObject());
    assertThat(none.inlayHints()).isFalse();
    assertThat(none.semanticTokens()).isFalse();
    assertThat(none.markdown()).isFalse();
    assertThat(none.progress()).isFalse();
    assertThat(none.encoding()).isEqualTo(PositionEncoding.UTF_16);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'capabilities':null}",
        "{'capabilities':[]}",
        "{'capabilities':{'textDocument':'all','workspace':3,'window':[true]}}",
        "{'capabilities':{'general':{'positionEncodings':'utf-8'}}}",
        "{'capabilities':{'textDocument':{'semanticTokens':{'requests':{'full':false}}}}}",
        "{'capabilities':{'window':{'workDoneProgress':'yes'}},'clientInfo':'me'}",
      })
  void unexpectedShapesCountAsMissing(String parameters) {
    assertThat(EditorAbilities.of(json(parameters))).isEqualTo(EditorAbilities.NONE);
  }

  @Test
  void whatIsAnnouncedIsTaken() {
    var abilities =
        EditorAbilities.of(
            json(
                """
                {'clientInfo':{'name':'Zed Preview'},
                 'capabilities':{
                   'general':{'positionEncodings':['utf-16','utf-8']},
                   'textDocument':{
                     'inlayHint':{'resolveSupport':{'properties':['tooltip']}},
                     'semanticTokens':{'requests':{'full':{'delta':true}}}},
                   'window':{'showDocument':{'support':true}}}}"""));
    assertThat(abilities.goesToLocations()).isTrue();
    assertThat(abilities.encoding()).isEqualTo(PositionEncoding.UTF_8);
    assertThat(abilities.inlayHints()).isTrue();
    assertThat(abilities.hintProperties()).isEqualTo(Set.of("tooltip"));
    assertThat(abilities.semanticTokens()).isTrue();
    assertThat(abilities.tokenDeltas()).isTrue();
    assertThat(abilities.showDocument()).isTrue();
    assertThat(abilities.progress()).isFalse();
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }
}
