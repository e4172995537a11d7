namespace ProcVision.Cli;

/// <summary>What a command says when it cannot do what was asked for: on stderr for people, and on stdout where a script waits for JSON.</summary>
internal static class ToolFailure
{
    public static void Tell(string? code, string message, bool json)
    {
        ToolStreams.Error.WriteLine(Complaint.Of(code, message));
        if (!json)
            return;
        try
        {
            ToolStreams.WriteJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartObject("error");
                writer.WriteString("error_code", code);
                writer.WriteString("message", message);
                writer.WriteEndObject();
                writer.WriteEndObject();
            });
        }
        catch (IOException)
        {
            // Where stdout cannot be written to, stderr has said it.
        }
    }
}
