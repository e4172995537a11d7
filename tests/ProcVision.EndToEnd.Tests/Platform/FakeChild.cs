using System.Buffers.Binary;
using System.Text;

namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>A shell script in the place of Python, to see the platform's habits: any executable will do (conformance 512).</summary>
internal sealed class FakeChild : IDisposable
{
    internal const string Hello = """{"type":"hello"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("procvision-fake").FullName;

    /// <param name="script">Has the files <c>hello</c> and <c>answer</c>, one frame each, in its working directory.</param>
    /// <param name="answer">Body of the second one.</param>
    internal FakeChild(string script, byte[] answer)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the child is a shell script");
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), """{"entry_point":"fake.main:Fake"}""");
        File.WriteAllBytes(Path.Combine(_folder, "hello"), Frame(Encoding.UTF8.GetBytes(Hello)));
        File.WriteAllBytes(Path.Combine(_folder, "answer"), Frame(answer));
        var python = Path.Combine(_folder, "venv/bin/python");
        Directory.CreateDirectory(Path.GetDirectoryName(python)!);
        File.WriteAllText(python, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(python, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    internal FakeChild(string script, string answer = "{}")
        : this(script, Encoding.UTF8.GetBytes(answer))
    {
    }

    internal PlatformEngine Launch(PlatformTimings timings) => new(new PlatformPackage(_folder), timings, new Dictionary<string, string?>());

    /// <summary>Makes a file that the script waits for.</summary>
    internal void Touch(string name) => File.Create(Path.Combine(_folder, name)).Dispose();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Frame(byte[] body)
    {
        var frame = new byte[4 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, body.Length);
        body.CopyTo(frame, 4);
        return frame;
    }
}
