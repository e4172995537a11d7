namespace ProcVision.Cli;

/// <summary>A picture of a series within the page, read again: a series keeps none of them.</summary>
internal static class PictureData
{
    public static void Write(HtmlWriter html, string path, SeriesItem item)
    {
        byte[] bytes = File.ReadAllBytes(path);
        // Another one by now would lie below rectangles that were not found on it.
        if (!ImageHeader.TryRead(bytes, out var header, out _) || (header.Width, header.Height) != (item.Width, item.Height))
            return;
        html.Write($"""<img alt="{Path.GetFileName(path)}" width="{item.Width}" height="{item.Height}" loading="lazy" decoding="async" src="data:{(header.Encoding == ImageEncoding.Png ? "image/png" : "image/jpeg")};base64,""");
        PhotoSection.WriteBase64(html, bytes);
        html.Line($"\">");
    }
}
