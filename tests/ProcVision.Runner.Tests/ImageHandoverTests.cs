namespace ProcVision.Runner.Tests;

public sealed class ImageHandoverTests
{
    private static readonly ImageHeader Header = new(ImageEncoding.Jpeg, 800, 600, PixelFormat.Rgb24);

    [Fact]
    [Conformance(227, 236, 237, 247, 455)]
    public void A_picture_is_a_bin_file_under_the_escaped_id()
    {
        using var images = ImageHandover.Open();
        using (var image = images.Place([9, 8, 7], Header, "session-1"))
        {
            Assert.Equal("dev-shm:session-1", image.Id);
            Assert.Equal((800, 600, "cam-dev"), (image.Width, image.Height, image.CameraId));
            Assert.Equal([9, 8, 7], File.ReadAllBytes(Path.Combine(images.Directory, "dev-shm_session-1.bin")));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(images.Directory));
    }

    [Fact]
    [Conformance(248, 249, 253)]
    public void The_directory_is_private_and_removed_with_what_an_algorithm_put_there()
    {
        string directory;
        using (var images = ImageHandover.Open())
        {
            directory = images.Directory;
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
            Directory.CreateDirectory(Path.Combine(directory, "sub"));
            File.WriteAllText(Path.Combine(directory, "sub", "debug.npy"), "");
        }

        Assert.False(Directory.Exists(directory));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(directory)!, Path.GetFileName(directory) + "*"));
    }

    [Fact]
    public void Two_runners_do_not_share_a_directory_and_do_not_remove_each_others()
    {
        using var first = ImageHandover.Open();
        using var second = ImageHandover.Open();
        using var third = ImageHandover.Open();
        Assert.Equal(3, new[] { first.Directory, second.Directory, third.Directory }.Where(Directory.Exists).Distinct().Count());
    }

    [Fact]
    public void What_a_killed_runner_left_is_removed_by_the_next_one()
    {
        var parent = Directory.CreateTempSubdirectory("procvision-test-");
        try
        {
            // A killed process leaves both behind, and nobody holds the file any more.
            string abandoned = Path.Combine(parent.FullName, "procvision-runner-0123456789abcdef");
            Directory.CreateDirectory(abandoned);
            File.WriteAllText(Path.Combine(abandoned, "old.bin"), "old");
            File.WriteAllText(abandoned + ".held", "");
            using (var held = PrivateDirectory.Create(parent.FullName))
            {
                using var other = PrivateDirectory.Create(parent.FullName);
                Assert.False(Directory.Exists(abandoned));
                Assert.True(Directory.Exists(held.Path));
            }

            Assert.Empty(parent.EnumerateFileSystemInfos());
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }
}
