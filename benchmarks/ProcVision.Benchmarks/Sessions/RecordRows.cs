using System.Buffers;
using System.Text.Json;

namespace ProcVision.Benchmarks.Sessions;

/// <summary>Records; the floor is System.Text.Json source generation with a pooled writer, and reading its bytes.</summary>
internal static class RecordRows
{
    private const int Kilobyte = 1024;

    internal static SessionRow[] Small()
    {
        var session = OpenedSession.New();
        var values = Values(10 * Kilobyte);
        return Rows(
            "record of 10 KB",
            values,
            times =>
            {
                var view = SmallSession.Over(session);
                for (var i = 0; i < times; i++)
                {
                    view.Template = values[i & 1];
                }
            },
            times =>
            {
                var view = SmallSession.Over(session);
                for (var i = 0; i < times; i++)
                {
                    Got<Template>.Last = view.Template;
                }
            });
    }

    internal static SessionRow[] Large()
    {
        var session = OpenedSession.New();
        var values = Values(90 * Kilobyte);
        return Rows(
            "record of 90 KB",
            values,
            times =>
            {
                var view = LargeRecordSession.Over(session);
                for (var i = 0; i < times; i++)
                {
                    view.Template = values[i & 1];
                }
            },
            times =>
            {
                var view = LargeRecordSession.Over(session);
                for (var i = 0; i < times; i++)
                {
                    Got<Template>.Last = view.Template;
                }
            });
    }

    private static SessionRow[] Rows(string name, Template[] values, Action<int> set, Action<int> get)
    {
        var buffer = new ArrayBufferWriter<byte>(128 * Kilobyte);
        var json = new Utf8JsonWriter(buffer);
        return new Contenders<Template>("template", SessionJson.Default.Template, values).Rows(
            name,
            times =>
            {
                for (var i = 0; i < times; i++)
                {
                    buffer.ResetWrittenCount();
                    json.Reset();
                    JsonSerializer.Serialize(json, values[i & 1], SessionJson.Default.Template);
                }
            },
            times =>
            {
                for (var i = 0; i < times; i++)
                {
                    Got<Template>.Last = JsonSerializer.Deserialize(buffer.WrittenSpan, SessionJson.Default.Template);
                }
            },
            set,
            get);
    }

    private static Template[] Values(int bytes) => [Template.OfBytes(bytes), Template.OfBytes(bytes)];
}
