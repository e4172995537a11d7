using System.Diagnostics;
using System.Text;
using ProcVision.Fuzz.Pictures;

namespace ProcVision.Sdk.Tests.Imaging;

public class SharedMemoryDirectoryTests
{
    [Fact]
    [Conformance(235)]
    public void The_variable_names_the_directory() =>
        Assert.Equal(Path.GetFullPath("/somewhere/shm"), SharedMemoryDirectory.From(name => name == "PROC_SHM_DIR" ? "/somewhere/shm" : null).Path);

    [Fact]
    [Conformance(235)]
    public void An_empty_variable_is_none()
    {
        using var temporary = new TemporaryDirectory();
        Assert.Equal(temporary["procvision_dev_shm"], SharedMemoryDirectory.From(name => name switch { "PROC_SHM_DIR" => "", "TMPDIR" => temporary.Path, _ => null }).Path);
    }

    [Fact]
    [Conformance(524)]
    public void The_first_candidate_in_which_a_file_can_be_made_is_taken()
    {
        using var temporary = new TemporaryDirectory();
        var file = temporary["a-file"];
        File.WriteAllText(file, "");
        string? Environment(string name) => name switch { "TMPDIR" => temporary["missing"], "TEMP" => file, "TMP" => temporary.Path, _ => null };
        Assert.Equal(temporary.Path, PythonTempDirectory.Find(Environment));
        Assert.Equal([file], Directory.GetFileSystemEntries(temporary.Path));
    }

    [Fact]
    [Conformance(524)]
    public void A_candidate_that_is_no_place_for_files_is_passed_over_even_for_root()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Nobody can make a file in /proc.");
        using var temporary = new TemporaryDirectory();
        Assert.Equal(temporary.Path, PythonTempDirectory.Find(name => name switch { "TMPDIR" => "/proc", "TEMP" => "/proc/self", "TMP" => temporary.Path, _ => null }));
        Assert.Equal(["/tmp", "/var/tmp", "/usr/tmp", Environment.CurrentDirectory], PythonTempDirectory.Candidates(_ => null));
    }

    [Fact]
    [Conformance(524)]
    public void When_nothing_is_writable_the_reason_lists_what_was_tried_and_names_the_variable()
    {
        using var temporary = new TemporaryDirectory();
        var reason = Assert.Throws<IOException>(() => PythonTempDirectory.FirstWritable([temporary["missing"], temporary["gone"]])).Message;
        Assert.Contains(temporary["missing"], reason, StringComparison.Ordinal);
        Assert.Contains(temporary["gone"], reason, StringComparison.Ordinal);
        Assert.Contains("PROC_SHM_DIR", reason, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(524)]
    public void On_Windows_the_candidates_are_those_of_Python() =>
        Assert.Equal(
            [@"C:\Users\a\AppData\Local\Temp", @"C:\Windows\Temp", @"c:\temp", @"c:\tmp", @"\temp", @"\tmp"],
            PythonTempDirectory.OnWindows(name => name switch { "USERPROFILE" => @"C:\Users\a", "SYSTEMROOT" => @"C:\Windows", _ => null }));

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("good", "other", null)]
    [InlineData("missing", "good", "other")]
    [InlineData("missing", "missing", "good/../other")]
    [InlineData("", "", "good")]
    [InlineData("missing", null, null)]
    [Conformance(524)]
    public async Task Python_chooses_the_same_directory(string? tmpdir, string? temp, string? tmp)
    {
        using var temporary = new TemporaryDirectory();
        _ = Directory.CreateDirectory(temporary["good"]);
        _ = Directory.CreateDirectory(temporary["other"]);
        var variables = new Dictionary<string, string?>
        {
            ["TMPDIR"] = Under(temporary, tmpdir),
            ["TEMP"] = Under(temporary, temp),
            ["TMP"] = Under(temporary, tmp),
        };
        var chosen = await Python("import tempfile; print(tempfile.gettempdir(), end='')", variables);
        Assert.Equal(chosen, PythonTempDirectory.Find(variables.GetValueOrDefault));
    }

    [Fact]
    [Conformance(236)]
    public async Task Python_makes_the_same_file_names()
    {
        string[] ids =
        [
            "dev-shm:session-1", "shm:sid-123", "dev-shm:sid:cur", "shm-7f-cur", "pv_shm_s_1:cam/2", "../../../etc/passwd", @"..\..\..\x.txt",
            "相机一号:图像:甲乙", "😀😀😀😀😀😀😀😀", "e\u0301e\u0301e\u0301e\u0301", "with space\tand\nlines", "a\0b\0c\0d\0e", "........", "CON.........",
        ];
        var code = $"import re, sys; ids = {Literal(ids)}; sys.stdout.write('\\n'.join(re.sub(r'[^a-zA-Z0-9._-]', '_', i) for i in ids))";
        var names = (await Python(code, [])).Split('\n');
        Assert.Equal(names, ids.Select(NameOf));

        static string Literal(string[] ids) =>
            "[" + string.Join(",", ids.Select(id => "'" + string.Concat(id.EnumerateRunes().Select(rune => $"\\U{rune.Value:X8}")) + "'")) + "]";
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("1234567", 7)]
    [InlineData("一二三四五六七", 7)]
    [InlineData("😀😀😀😀😀😀😀", 7)]
    [Conformance(217)]
    public void An_id_shorter_than_eight_characters_is_refused(string id, int characters)
    {
        Assert.True(characters < PictureName.MinLength);
        Assert.StartsWith("无效的共享内存ID", Problem(Encoding.UTF8.GetBytes(id)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_longer_than_a_file_name_is_refused()
    {
        Assert.Null(Problem(Encoding.UTF8.GetBytes(new string('字', PictureName.MaxLength))));
        Assert.StartsWith("无效的共享内存ID", Problem(Encoding.UTF8.GetBytes(new string('a', PictureName.MaxLength + 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void No_id_leaves_the_directory()
    {
        var directory = new SharedMemoryDirectory("/base/dir");
        foreach (var id in (string[])["../../../../etc/passwd", "/etc/passwd/x", @"..\..\..\..\x", "........", "./././././", "C:\\Windows\\x"])
        {
            Assert.Equal(directory.Path, Path.GetDirectoryName(directory.EncodedPath(id)));
            Assert.Equal(directory.Path, Path.GetDirectoryName(directory.ArrayPath(id)));
        }
    }

    [Fact]
    [Conformance(235, 237, 247, 249)]
    public void Writing_replaces_what_the_id_had_and_leaves_nothing_else()
    {
        using var temporary = new TemporaryDirectory();
        var directory = new SharedMemoryDirectory(temporary["made-on-use"]);
        directory.Delete("dev-shm:one");
        directory.WriteArray("dev-shm:one", new ImageBuffer(2, 1, PixelFormat.Gray8, [1, 2]));
        directory.WriteEncoded("dev-shm:one", [1, 2, 3]);
        Assert.Equal([directory.EncodedPath("dev-shm:one")], Directory.GetFileSystemEntries(directory.Path));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(directory.EncodedPath("dev-shm:one")));
        directory.WriteArray("dev-shm:one", new ImageBuffer(2, 1, PixelFormat.Rgb24, [1, 2, 3, 4, 5, 6]));
        Assert.Equal(NumpyBytes.Of("(1, 2, 3)", [1, 2, 3, 4, 5, 6]), File.ReadAllBytes(directory.ArrayPath("dev-shm:one")));
        directory.Delete("dev-shm:one");
        Assert.Empty(Directory.GetFileSystemEntries(directory.Path));
    }

    private static string? Problem(ReadOnlySpan<byte> id) => PictureName.Write(id, new byte[PictureName.MaxLength], out _);

    private static string NameOf(string id)
    {
        var name = new byte[PictureName.MaxLength];
        Assert.Null(PictureName.Write(Encoding.UTF8.GetBytes(id), name, out var length));
        return Encoding.ASCII.GetString(name, 0, length);
    }

    private static string? Under(TemporaryDirectory temporary, string? name) => string.IsNullOrEmpty(name) ? name : temporary[name];

    private static async Task<string> Python(string code, Dictionary<string, string?> variables)
    {
        var start = new ProcessStartInfo("python3", ["-c", code]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        Process? python = null;
        try
        {
            python = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed here.");
        }

        using (python)
        {
            var output = await python!.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await python.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, python.ExitCode);
            return output;
        }
    }
}
