"""Traditional characters of names and headings, and their simplified forms."""

__all__ = ["simplified"]

_TRADITIONAL = (
    "臺灣東廣門陽陰縣區鎮鄉龍連慶濟寧錦興漢長廈滄鄭別遼臨貴蘇陝內蘭烏魯齊爾雲贛黃紹麗溫義衛壽蕪馬銅島張關營萊棗濱煙濰許滎嶽懷瀏婁潯來賓欽賀瓊廬資綿樂達涼畢節順紅瀘銀"
    "吳葉瀋撫蘆鐵鄲滬寶雞鹹園蓮鳳團員會黨務檢發財稅勞環運農業產質術際統計審監應體廳處導學醫實驗華聯總協辦書記進與劃畫結顧點執況報項標強優組織問題現狀機戰難當勢則編據"
    "說備後語設謀績專規綱條議幹開續擬講話訂調級費類個間預權歷屆從過"
)
_SIMPLIFIED = (
    "台湾东广门阳阴县区镇乡龙连庆济宁锦兴汉长厦沧郑别辽临贵苏陕内兰乌鲁齐尔云赣黄绍丽温义卫寿芜马铜岛张关营莱枣滨烟潍许荥岳怀浏娄浔来宾钦贺琼庐资绵乐达凉毕节顺红泸银"
    "吴叶沈抚芦铁郸沪宝鸡咸园莲凤团员会党务检发财税劳环运农业产质术际统计审监应体厅处导学医实验华联总协办书记进与划划结顾点执况报项标强优组织问题现状机战难当势则编据"
    "说备后语设谋绩专规纲条议干开续拟讲话订调级费类个间预权历届从过"
)
_TABLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def simplified(words: str) -> str:
    """Words with the characters of names and headings in their simplified form, one for one.

    >>> simplified("臺北市政府衛生局"), simplified("工作總結和工作計畫")
    ('台北市政府卫生局', '工作总结和工作计划')
    """
    return words.translate(_TABLE)
