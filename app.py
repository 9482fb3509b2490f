"""``streamlit run app.py``: pepinsight in the browser."""

from pepinsight.ui import main

main()
