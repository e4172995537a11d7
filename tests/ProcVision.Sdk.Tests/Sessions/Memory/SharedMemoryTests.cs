using System.Text;
using ProcVision.Sdk.Tests.Imaging;

namespace ProcVision.Sdk.Tests.Sessions.Memory;

public sealed unsafe class SharedMemoryTests
{
    private static bool IsLinux => OperatingSystem.IsLinux();

    [Fact]
    public void A_new_region_is_zero_aligned_and_only_its_users()
    {
        using var memory = SharedMemory.Create(RegionMemory.DefaultSize);

        Assert.Equal(RegionMemory.DefaultSize, memory.Size);
        Assert.Equal(0, (long)memory.Start % 64);
        Assert.True(memory.IsWritable);
        Assert.Equal(-1, new ReadOnlySpan<byte>(memory.Start, memory.Size).IndexOfAnyExcept((byte)0));
        Assert.True(SharedMemoryName.TryParse(memory.Name, out var name));
        Assert.Equal(ProcessInstance.Current, name.Owner);
        if (!OperatingSystem.IsWindows())
        {
            var file = new FileInfo(Path.Combine(SharedMemory.LinuxFolder, memory.Name));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
            Assert.Equal(memory.Size, file.Length);
        }
    }

    [Fact]
    public void What_one_side_writes_the_other_reads()
    {
        using var owner = SharedMemory.Create(RegionMemory.SmallestSize);
        using var writer = SharedMemory.Open(owner.Name, writable: true);
        using var reader = SharedMemory.Open(owner.Name, writable: false);

        owner.Start[0] = 1;
        writer.Start[owner.Size - 1] = 2;

        Assert.False(owner.Start == writer.Start || writer.Start == reader.Start);
        Assert.True(writer.IsWritable);
        Assert.False(reader.IsWritable);
        Assert.Equal([1, 2], new[] { reader.Start[0], reader.Start[reader.Size - 1] });
        Assert.Equal([1, 2], new[] { writer.Start[0], owner.Start[owner.Size - 1] });
    }

    [Fact]
    public void Only_its_owner_takes_the_name_away_and_who_has_it_open_keeps_the_memory()
    {
        var owner = SharedMemory.Create(RegionMemory.SmallestSize);
        using var other = SharedMemory.Open(owner.Name, writable: true);
        SharedMemory.Open(owner.Name, writable: true).Dispose();
        SharedMemory.Open(owner.Name, writable: true).Dispose();

        owner.Dispose();
        owner.Dispose();

        other.Start[0] = 7;
        Assert.Equal(7, other.Start[0]);
        Assert.SkipUnless(IsLinux, "A Windows section keeps its name as long as anyone has it open.");
        var refused = Assert.Throws<SessionRegionException>(() => SharedMemory.Open(owner.Name, writable: true));
        Assert.Contains(owner.Name, refused.Message, StringComparison.Ordinal);
        Assert.Contains("不存在", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_names_are_the_same_and_each_is_read_as_it_was_written()
    {
        var names = new HashSet<string>();
        for (var i = 0; i < 1000; i++)
        {
            var name = SharedMemoryName.Next();
            Assert.True(names.Add(name.Random));
            Assert.True(SharedMemoryName.TryParse(name.ToString(), out var text));
            Assert.True(SharedMemoryName.TryParse(Encoding.UTF8.GetBytes(name.ToString()), out var bytes));
            Assert.Equal(name, text);
            Assert.Equal(name, bytes);
        }

        var longest = new SharedMemoryName(new ProcessInstance(int.MaxValue, ulong.MaxValue), new string('f', 32));
        Assert.Equal(SharedMemoryName.Longest, longest.ToString().Length);
        Assert.True(SharedMemoryName.TryParse(longest.ToString(), out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("/")]
    [InlineData("/dev/shm/procvision-session-1-2-0123456789abcdef0123456789abcdef")]
    [InlineData("./procvision-session-1-2-0123456789abcdef0123456789abcdef")]
    [InlineData("procvision-session-1-2-0123456789abcdef0123456789abcdef/")]
    [InlineData("procvision-session-1-2-../../../../../../etc/passwd")]
    [InlineData("procvision-session-1-2-0123456789abcdef0123456789abcdef\0")]
    [InlineData("procvision-session-1-2-0123456789abcdef0123456789abcde")]
    [InlineData("procvision-session-1-2-0123456789abcdef0123456789abcdef0")]
    [InlineData("procvision-session-1-2-0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("procvision-session-1-2-0123456789abcdef0123456789abcdeg")]
    [InlineData("procvision-session-01-2-0123456789abcdef0123456789abcdef")]
    [InlineData("procvision-session-+1-2-0123456789abcdef0123456789abcdef")]
    [InlineData("procvision-session--1-2-0123456789abcdef0123456789abcdef")]
    [InlineData("procvision-session-1--2-0123456789abcdef0123456789abcdef")]
    [InlineData("procvision-session- 1-2-0123456789abcdef0123456789abcdef")]
    [InlineData("procvision-session-2147483648-2-0123456789abcdef0123456789abcdef")]
    [InlineData("procvision-session-1-18446744073709551616-0123456789abcdef0123456789abcdef")]
    [InlineData("procvision-session-１-2-0123456789abcdef0123456789abcdef")]
    [InlineData("procvision-session-1-0123456789abcdef0123456789abcdef")]
    [InlineData("Procvision-session-1-2-0123456789abcdef0123456789abcdef")]
    [InlineData("procvision-runner-1-2-0123456789abcdef0123456789abcdef")]
    public void A_text_that_is_no_name_is_refused_unlooked_at(string text)
    {
        var refused = Assert.Throws<SessionRegionException>(() => SharedMemory.Open(text, writable: true));

        Assert.Contains("名称", refused.Message, StringComparison.Ordinal);
        Assert.False(SharedMemoryName.TryParse(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void The_refusal_of_an_endless_name_is_short()
    {
        var refused = Assert.Throws<SessionRegionException>(() => SharedMemory.Open(new string('x', 1_000_000), writable: true));

        Assert.InRange(refused.Message.Length, 1, 500);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(RegionMemory.SmallestSize - 1)]
    [InlineData(RegionMemory.SmallestSize + 1)]
    [InlineData(RegionMemory.LargestSize + RegionMemory.SizeUnit)]
    [InlineData(1L << 40)]
    public void A_file_of_a_size_that_no_region_has_is_refused(long size)
    {
        Assert.SkipUnless(IsLinux, "On Windows there are no files.");
        using var folder = new TemporaryDirectory();
        var name = SharedMemoryName.Next().ToString();
        using (var file = File.Create(folder[name]))
        {
            file.SetLength(size);
        }

        var refused = Assert.Throws<SessionRegionException>(() => SharedMemory.Open(name, writable: false, folder.Path));

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.Contains(size.ToString(System.Globalization.CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_symbolic_link_a_folder_and_a_pipe_are_refused()
    {
        Assert.SkipUnless(IsLinux, "On Windows there are no files.");
        using var folder = new TemporaryDirectory();
        using var real = SharedMemory.Create(RegionMemory.SmallestSize, folder.Path);
        string link = SharedMemoryName.Next().ToString(), inner = SharedMemoryName.Next().ToString(), pipe = SharedMemoryName.Next().ToString();
        _ = File.CreateSymbolicLink(folder[link], folder[real.Name]);
        _ = Directory.CreateDirectory(folder[inner]);
        using (var made = System.Diagnostics.Process.Start("mkfifo", [folder[pipe]]))
        {
            made.WaitForExit();
        }

        foreach (var name in new[] { link, inner, pipe })
        {
            foreach (var writable in new[] { true, false })
            {
                _ = Assert.Throws<SessionRegionException>(() => SharedMemory.Open(name, writable, folder.Path));
            }
        }

        SharedMemory.Open(real.Name, writable: true, folder.Path).Dispose();
    }

    [Fact]
    public void A_file_of_another_user_is_refused()
    {
        Assert.SkipUnless(IsLinux && Environment.IsPrivilegedProcess, "Only root can give a file away.");
        using var folder = new TemporaryDirectory();
        using var memory = SharedMemory.Create(RegionMemory.SmallestSize, folder.Path);
        using (var given = System.Diagnostics.Process.Start("chown", ["12345", folder[memory.Name]]))
        {
            given.WaitForExit();
        }

        var refused = Assert.Throws<SessionRegionException>(() => SharedMemory.Open(memory.Name, writable: true, folder.Path));

        Assert.Contains("另一个用户", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_such_folder_making_one_says_which()
    {
        Assert.SkipUnless(IsLinux, "On Windows there are no folders.");

        var problem = Assert.Throws<IOException>(() => SharedMemory.Create(RegionMemory.SmallestSize, "/no/such/folder"));

        Assert.Contains("/no/such/folder", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Full_memory_is_an_error_with_needed_and_free_bytes_and_no_signal_in_a_later_store()
    {
        Assert.SkipUnless(IsLinux, "On Windows a section is backed when it is made.");
        using var folder = new TemporaryDirectory();

        using var owner = KeeperProcess.OwnerInSmallMemory(folder.Path, 5 * RegionMemory.SmallestSize, count: 8, out var names);

        Assert.SkipWhen(names.Count == 0, "This system allows no file system of one's own.");
        Assert.All(names.Take(5), name => Assert.True(SharedMemoryName.TryParse(name, out _), name));
        Assert.All(names.Skip(5), line => Assert.StartsWith("IOException: 共享内存空间不足", line));
        Assert.Contains("32768 字节", names[5], StringComparison.Ordinal);
        Assert.Contains("剩余 0 字节", names[5], StringComparison.Ordinal);
        Assert.Equal(8, names.Count);
        Assert.Empty(owner.End());
    }
}
