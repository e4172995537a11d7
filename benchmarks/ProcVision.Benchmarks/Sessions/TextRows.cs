using System.Text;

namespace ProcVision.Benchmarks.Sessions;

/// <summary>Text of 24 letters; the floor is making UTF-8 of it, and a string of that.</summary>
internal static class TextRows
{
    private static readonly Session Session = OpenedSession.New();

    internal static SessionRow[] Texts()
    {
        string[] texts = ["template-matched: p001/A1", "template-missing: p001/A2"];
        var (bytes, length) = (new byte[256], 0);
        return new Contenders<string>("label", SessionJson.Default.String, texts).Rows(
            "string of 25 letters",
            times =>
            {
                for (var i = 0; i < times; i++)
                {
                    length = Encoding.UTF8.GetBytes(texts[i & 1], bytes);
                }
            },
            times =>
            {
                for (var i = 0; i < times; i++)
                {
                    Got<string>.Last = Encoding.UTF8.GetString(bytes, 0, length);
                }
            },
            times =>
            {
                var session = SmallSession.Over(Session);
                for (var i = 0; i < times; i++)
                {
                    session.Label = texts[i & 1];
                }
            },
            static times =>
            {
                var session = SmallSession.Over(Session);
                for (var i = 0; i < times; i++)
                {
                    Got<string>.Last = session.Label;
                }
            });
    }
}
