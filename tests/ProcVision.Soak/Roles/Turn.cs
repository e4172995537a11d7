namespace ProcVision.Soak.Roles;

/// <summary>How a writer gets its turn: it says that it is ready, over stdout, and is told with which layout to write, over stdin.</summary>
internal static class Turn
{
    /// <summary>From the writer: everything that takes time is done.</summary>
    internal const byte Ready = (byte)'r';

    /// <summary>To the writer: attach with the first layout and write.</summary>
    internal const byte First = (byte)'1';

    /// <summary>To the writer: attach with the second layout and write.</summary>
    internal const byte Second = (byte)'2';

    /// <summary>Of the writer: says that it is ready, and waits for its turn.</summary>
    /// <returns>Which layout; null when there will be no turn any more.</returns>
    internal static byte? Await()
    {
        using var output = Console.OpenStandardOutput();
        using var input = Console.OpenStandardInput();
        output.WriteByte(Ready);
        output.Flush();
        var turn = input.ReadByte();
        return turn < 0 ? null : (byte)turn;
    }
}
