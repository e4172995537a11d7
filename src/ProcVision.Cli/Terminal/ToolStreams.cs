using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The process's own streams, in UTF-8 whatever the system's code page: the texts are Chinese, and so are the names of files.</summary>
internal static class ToolStreams
{
    private static readonly Stream Out = Console.OpenStandardOutput();

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>For everything but the result.</summary>
    public static TextWriter Error { get; } = Open(Console.OpenStandardError());

    /// <summary>Something the user should know; may be called from any thread.</summary>
    public static void Note(string text) => Error.WriteLine($"{Words.Of("提示", "note")}: {text}");

    /// <summary>The result, or a part of it, for people.</summary>
    public static void Write(string text)
    {
        Out.Write(Encoding.UTF8.GetBytes(text));
        Out.Flush();
    }

    /// <summary>The result for scripts: one value, and a line's end.</summary>
    public static void WriteJson(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
            write(json);
        buffer.WriteByte((byte)'\n');
        Out.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        Out.Flush();
    }

    private static TextWriter Open(Stream stream) =>
        TextWriter.Synchronized(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });
}
