"""What a test sees on a page."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def words_on(app: AppTest) -> str:
    """Everything that the page says outside its controls, HTML included."""
    said = [str(item.proto.body) for item in app.get("html")]
    for kind in (app.markdown, app.error, app.warning, app.info, app.caption, app.title):
        said += [str(item.value) for item in kind]
    return "\n".join(said)


def keys(app: AppTest, start: str) -> list[str]:
    """The keys of the page's buttons that start so, in the order of the page."""
    return [button.key for button in app.button if button.key and button.key.startswith(start)]


def press(app: AppTest, key: str) -> AppTest:
    """Press a button and let the page draw itself anew; an error on the page fails the test."""
    app.button(key=key).click().run()
    assert not app.exception, app.exception
    return app
