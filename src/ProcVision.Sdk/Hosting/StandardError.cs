namespace ProcVision.Hosting;

/// <summary>Where the process's log lines go.</summary>
internal static class StandardError
{
    /// <summary>Standard error; nothing at all where the process was started without one. To be called after <see cref="ProtocolChannel.Claim"/>.</summary>
    internal static Stream Open()
    {
        if (!OperatingSystem.IsWindows())
        {
            var stream = UnixStandardError.Open();
            if (stream == Stream.Null)
            {
                // Printing there would be an exception in the author's code.
                Console.SetError(TextWriter.Null);
            }

            return stream;
        }

        try
        {
            return Console.OpenStandardError();
        }
        catch (IOException)
        {
            return Stream.Null;
        }
    }
}
