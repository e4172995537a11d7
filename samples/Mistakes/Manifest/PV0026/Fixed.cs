namespace Mistakes.PV0026;

[Algorithm]
public sealed partial class Demo0026
{
}
