# frozen_string_literal: true

# An attribution stands in full in its article only; lists find it there.
Jekyll::Hooks.register :site, :post_read do |site|
  articles = site.pages.select { |page| page.data["layout"] == "articles-page" }
  site.data["attributions"] = articles.to_h do |page|
    [page.basename, page.data["report"]["attributions"]]
  end
end
